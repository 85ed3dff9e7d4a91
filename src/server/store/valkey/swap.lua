-- Changes one field of a hash, unless it has been changed meanwhile: KEYS hash; ARGV field, what it was (empty for none), what it shall be.
-- An empty new value deletes the field. Answers 1, or 0 where nothing was changed.
if (redis.call('HGET', KEYS[1], ARGV[1]) or '') ~= ARGV[2] then return 0 end
if ARGV[3] == '' then redis.call('HDEL', KEYS[1], ARGV[1]) else redis.call('HSET', KEYS[1], ARGV[1], ARGV[3]) end
return 1
