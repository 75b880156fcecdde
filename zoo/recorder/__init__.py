"""Builds the programs of the zoo, runs them, and records what they leave as cases."""
