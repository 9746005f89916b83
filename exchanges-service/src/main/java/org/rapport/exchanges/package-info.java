/** What followed an event, between two people or among many. People are ids here, and nothing else. */
package org.rapport.exchanges;
