-- For wrk: asks the addresses of the file that PATHS names, in an order that differs for each thread, and ends with one
-- line of figures that bench/load.py reads.
local paths, at = {}, 0
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
local gzip = { ["Accept-Encoding"] = "gzip" }

request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], gzip)
end

done = function(summary, latency, requests)
  local failed = summary.errors
  io.write(string.format("FIGURES %d %d %d %d %d %d %d\n",
    summary.requests, summary.duration, failed.status + failed.connect + failed.read + failed.write + failed.timeout,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), latency.max))
end
