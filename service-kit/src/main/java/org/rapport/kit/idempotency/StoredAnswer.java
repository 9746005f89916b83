package org.rapport.kit.idempotency;

/**
 * The answer that a key stands for, with the digest of the request that got it.
 *
 * @param body null if what it told of was erased since
 */
record StoredAnswer(byte[] request, int status, String location, String etag, String body) {}
