"""Perturbations of one input at a stated strength: pictures, sounds and texts made harder, in a measured way.

Pure functions: the input is never changed, shape and dtype are kept, and with equal generators equal inputs give equal
outputs. Training varies its inputs with them, and robustness is measured with them.
"""
