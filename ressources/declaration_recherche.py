def declarer() -> None:
    """placeholder"""
