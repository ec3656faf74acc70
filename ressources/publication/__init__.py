"""What is published or withdrawn at an hour that an editor gave."""
