//! Word processing documents.
