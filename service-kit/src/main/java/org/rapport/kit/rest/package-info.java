/** The habits of HTTP that every resource has: conditional requests, strict parameters, bounded bodies. */
package org.rapport.kit.rest;
