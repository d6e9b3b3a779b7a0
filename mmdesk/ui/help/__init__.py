"""Help inside the program: pages, the words of the field, and what the program is made of."""
