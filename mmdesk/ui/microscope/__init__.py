"""The microscope's pages: weights beside contributions, weights set by hand, perturbations, methods, and the map."""
