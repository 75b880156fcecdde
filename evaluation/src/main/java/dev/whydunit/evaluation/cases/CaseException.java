package dev.whydunit.evaluation.cases;

/// A description of a case that says too little or what nobody understands. The message is one line.
final class CaseException extends Exception {
    private static final long serialVersionUID = 1;

    CaseException(String message) {
        super(message);
    }
}
