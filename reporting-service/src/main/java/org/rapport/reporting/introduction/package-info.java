/**
 * Who might be introduced to whom at an event: one needs what the other offers, and they have no tie yet. Depends on what
 * reports share; nothing depends on it. An introduction that comes of it is recorded by exchanges-service.
 */
package org.rapport.reporting.introduction;
