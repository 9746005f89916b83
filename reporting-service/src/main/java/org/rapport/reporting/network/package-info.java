/**
 * The network of exchanges: as figures ({@code /v1/reports/network}) and as nodes and ties for other programs ({@code
 * /v1/network}). Depends on what reports share and on the statistics; nothing depends on it.
 */
package org.rapport.reporting.network;
