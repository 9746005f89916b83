/** What participants need, as assessed over time: the prior need that reports test. Depends on participant and topic. */
package org.rapport.participants.need;
