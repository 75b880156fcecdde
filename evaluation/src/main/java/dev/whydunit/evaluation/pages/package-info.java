/// The pages of detectors and causes: what a person reads of them, with the inputs that show them.
@NullMarked
package dev.whydunit.evaluation.pages;

import org.jspecify.annotations.NullMarked;
