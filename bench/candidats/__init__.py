"""What is compared: each candidate builds its index of the same documents and answers the same requests."""
