/** What Chrome’s tools call «Slow 4G», on a machine four times slower. */
const line = { latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };
export const slowed = 4;

/** A page on that line; `bytes` counts what arrives as it travels, scripts apart. */
export async function onSlowLine(page) {
  const tools = await page.context().newCDPSession(page);
  const bytes = { all: 0, scripts: 0 };
  const scripts = new Set();
  tools.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength;
    if (scripts.has(requestId)) bytes.scripts += encodedDataLength;
  });
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', { offline: false, ...line });
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  return bytes;
}
