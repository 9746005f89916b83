/** People and organisations, what they need and offer. Nothing that names a person leaves this service. */
package org.rapport.participants;
