"""What can be asked of undrift: one module or folder for each command."""
