-- The same picture is found again by its hash. Of two hashes that differ in at most seven bits at least one quarter (16 bits)
-- differs in at most one: so whoever has a quarter in common, but for one bit, is a candidate, and all bits decide. Quarters of
-- next to no bits, or of next to all, are of sky and walls: so many pictures share them that they tell nothing, and are left out.
create function media.quarters(hash bigint) returns integer[]
    language sql immutable parallel safe strict
    return array(
        select quarter
        from unnest(array[
            (hash >> 48 & 65535)::integer,
            (hash >> 32 & 65535)::integer + 65536,
            (hash >> 16 & 65535)::integer + 131072,
            (hash & 65535)::integer + 196608]) as quarter
        where bit_count(quarter::bit(16)) between 2 and 14);

-- The quarters of a hash and all that differ from them in one bit.
create function media.near_quarters(hash bigint) returns integer[]
    language sql immutable parallel safe strict
    return media.quarters(hash) || array(
        select quarter # (1 << bit)
        from unnest(media.quarters(hash)) as quarter, generate_series(0, 15) as bit);

-- Without a list of rows still to be sorted in, which every search would read through.
create index photo_quarters on media.photo using gin (media.quarters(hash)) with (fastupdate = off)
    where hash is not null and subject is not null;
