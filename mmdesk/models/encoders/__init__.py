"""Encoders: one modality in, one embedding and one evidence logit out."""
