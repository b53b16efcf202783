-- wrk's side of the benchmark: paths one after the other from a file, each thread its own share of them; at the end
-- one line of JSON.  wrk … -- FILE [ETAG]
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  local headers = {}
  if args[2] then headers["If-None-Match"] = args[2] end
  paths, nth = {}, 0
  for path in io.lines(args[1]) do paths[#paths + 1] = path end
  requests = {}
  if #paths == 1 then requests[1] = wrk.format("GET", paths[1], headers) end
  given = headers
  -- Two threads: the second starts in the middle.
  nth = math.floor(#paths / 2) * number
end

function request()
  nth = nth % #paths + 1
  return requests[nth] or wrk.format("GET", paths[nth], given)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"seconds":%.3f,"bytes":%d,"p50":%d,"p99":%d,"refused":%d,"broken":%d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, latency:percentile(50), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
