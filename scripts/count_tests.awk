# Counts the tests of JUnit and GoogleTest reports: prints "passed failed skipped".
function close_case() {
  if (!open) return
  if (failed_now) failed++
  else if (skipped_now) skipped++
  else passed++
  open = 0
}
/<testcase / {
  close_case()
  open = 1
  failed_now = 0
  skipped_now = /result="(skipped|suppressed)"/ || /status="(disabled|notrun)"/
}
/<(failure|error)[ >\/]/ { failed_now = 1 }
/<skipped[ >\/]/ { skipped_now = 1 }
END {
  close_case()
  print passed + 0, failed + 0, skipped + 0
}
