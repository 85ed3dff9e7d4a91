-- Takes no more votes on a question, and answers its totals: no ballot, and no answer that is a set or an order as a whole
-- (R7, D6, R18); 'stale' for another version.
-- KEYS room, ballots of the question; ARGV version, and 'each' where all options of an answer count, 'first' where the first does.
-- Answers {how many answered, how many passed, and for each option that was chosen its id and how often}.
if redis.call('HGET', KEYS[1], 'version') ~= ARGV[1] then return 'stale' end
redis.call('HSET', KEYS[1], 'counted', 1)
local answering, passes, chose, ids = 0, 0, {}, {}
for _, mark in ipairs(redis.call('HVALS', KEYS[2])) do
  local answer = string.match(mark, '^%d+ (.*)$')
  if answer == 'pass' then
    passes = passes + 1
  elseif answer then
    answering = answering + 1
    for id in string.gmatch(answer, '[^,]+') do
      if not chose[id] then ids[#ids + 1] = id end
      chose[id] = (chose[id] or 0) + 1
      if ARGV[2] == 'first' then break end
    end
  end
end
table.sort(ids)
local result = { answering, passes }
for _, id in ipairs(ids) do
  result[#result + 1] = id
  result[#result + 1] = chose[id]
end
return result
