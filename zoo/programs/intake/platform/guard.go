package platform

import (
	"net/http"
	"runtime/debug"

	"go.uber.org/zap"
)

const longestStack = 4096

// Guard answers with an error where a handler fails, and logs how.
func Guard(next http.Handler, log *zap.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if failure := recover(); failure != nil {
				stack := debug.Stack()
				if len(stack) > longestStack {
					stack = stack[:longestStack]
				}
				log.Error("request failed", zap.Any("error", failure), zap.String("method", r.Method),
					zap.String("path", r.URL.Path), zap.ByteString("stack", stack))
				http.Error(w, "request failed", http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
