-- Ends a room: nothing of it stays but notes that wait (R8). KEYS news, room, and all else of it; ARGV version, the last news.
-- Answers 1, or 'stale' for another version; an empty version is any. Without news nobody is told.
if ARGV[1] ~= '' and redis.call('HGET', KEYS[2], 'version') ~= ARGV[1] then return 'stale' end
for at = 2, #KEYS do redis.call('DEL', KEYS[at]) end
if ARGV[2] ~= '' then redis.call('SPUBLISH', KEYS[1], ARGV[2]) end
return 1
