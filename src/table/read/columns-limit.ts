/** As many as a spreadsheet has; a file with more is not a table of customers. */
export const COLUMNS_LIMIT = 16_384;
