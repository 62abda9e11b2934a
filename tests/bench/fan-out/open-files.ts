interface ReportWithLimits {
  userLimits?: { open_files?: { soft: number | 'unlimited' } }
}

/** What a process needs beside its sockets. */
const OTHER_FILES = 100

/**
 * Throws where a process may not open so many sockets. Node itself raises its limit as far as the system lets it; on Windows
 * there is none.
 */
export function checkOpenFiles(sockets: number): void {
  const { userLimits } = process.report.getReport() as ReportWithLimits
  const limit = userLimits?.open_files?.soft
  if (typeof limit !== 'number' || limit >= sockets + OTHER_FILES) return
  throw new Error(
    `${sockets} sockets need as many open files, and this system allows ${limit} for each process: raise its hard limit (ulimit -Hn) and start again`,
  )
}
