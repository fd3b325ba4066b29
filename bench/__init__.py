"""make bench: catalogues of any size made from the real rows' parts, and the figures of docs/performance.md."""
