-- Keeps a code for one room: KEYS room, alias, notes; ARGV the room's first code, ms to live. Answers 0 for a code in use.
if redis.call('EXISTS', KEYS[1], KEYS[2], KEYS[3]) > 0 then return 0 end
redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
return 1
