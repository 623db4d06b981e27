"""What articles are written as, one module a format. A writer takes a stream of articles and keeps none of them."""
