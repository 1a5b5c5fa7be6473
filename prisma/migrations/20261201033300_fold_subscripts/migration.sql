-- Subscripts now fold to their plain letters, so that CO2 finds CO₂, unless they are the base of a number (101₂). What
-- is stored folded follows, or what is stored and what is asked for would no longer meet. No text changes.
CREATE FUNCTION fold_subscripts(folded TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(
    CASE WHEN piece[1] ~ '^[0-9]' THEN piece[1]
    ELSE translate(piece[1], '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ', '0123456789+-=()aehijklmnoprstuvxβγρφχ') END,
    '' ORDER BY place), '')
  FROM regexp_matches(folded, '[0-9][₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ]*|[^0-9]+', 'g') WITH ORDINALITY AS pieces (piece, place)
$$;

UPDATE "VersionParagraph"
  SET "normalized" = fold_subscripts("normalized"),
    "hash" = encode(sha256(convert_to(fold_subscripts("normalized"), 'UTF8')), 'hex')
  WHERE "normalized" ~ '[₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ]';

-- Where a project has both CO₂ and CO2, the first keeps its old form; nobody loses a term.
UPDATE "Term" AS term
  SET "normalized" = fold_subscripts(term."normalized"),
    "hash" = encode(sha256(convert_to(fold_subscripts(term."normalized"), 'UTF8')), 'hex')
  WHERE term."normalized" ~ '[₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ]'
    AND NOT EXISTS (
      SELECT 1 FROM "Term" AS other
      WHERE other."projectId" = term."projectId" AND other."id" <> term."id"
        AND fold_subscripts(other."normalized") = fold_subscripts(term."normalized")
    );

-- Editions are frozen; what is only searched in is derived from their text.
ALTER TABLE "EditionParagraph" DISABLE TRIGGER "EditionParagraph_frozen";
UPDATE "EditionParagraph"
  SET "sourceFolded" = fold_subscripts("sourceFolded"), "targetFolded" = fold_subscripts("targetFolded")
  WHERE "sourceFolded" ~ '[₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ]' OR "targetFolded" ~ '[₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ]';
ALTER TABLE "EditionParagraph" ENABLE TRIGGER "EditionParagraph_frozen";

DROP FUNCTION fold_subscripts(TEXT);
