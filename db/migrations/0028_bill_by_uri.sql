-- The bill of the request with this unique identifier, which is the barcode of its confirmation. A cashier sees bills and no documents.
CREATE FUNCTION bill_of_uri(of_uri text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.bill_id FROM documents d JOIN requests r ON r.document_id = d.id WHERE d.uri = of_uri AND r.bill_id IS NOT NULL
$$;
