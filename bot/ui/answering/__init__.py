"""What answers an interaction: who may do this here, what was meant by it, and what is said when it fails.

From outside come interactions; this room alone asks Discord and the services.
"""
