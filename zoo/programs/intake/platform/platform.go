// Package platform opens what every service of the shop has: a Redis client and a gRPC health server.
package platform

import (
	"context"
	"net"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/redis/go-redis/v9"
	"go.uber.org/zap"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
)

// Shared is what the handlers use.
type Shared struct {
	redis *redis.Client
}

// Open starts a Redis of this process and a health service that is watched.
func Open(log *zap.Logger) *Shared {
	server, err := miniredis.Run()
	if err != nil {
		log.Fatal("no redis", zap.Error(err))
	}
	client := redis.NewClient(&redis.Options{Addr: server.Addr(), PoolSize: 8, MinIdleConns: 2})

	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal("no port", zap.Error(err))
	}
	rpc := grpc.NewServer()
	healthpb.RegisterHealthServer(rpc, health.NewServer())
	go rpc.Serve(l)
	conn, err := grpc.Dial(l.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal("no health service", zap.Error(err))
	}
	go watch(healthpb.NewHealthClient(conn), log)
	return &Shared{redis: client}
}

// Count counts a call.
func (s *Shared) Count(ctx context.Context, name string) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	s.redis.Incr(ctx, name)
}

func watch(client healthpb.HealthClient, log *zap.Logger) {
	for {
		stream, err := client.Watch(context.Background(), &healthpb.HealthCheckRequest{})
		if err == nil {
			for err == nil {
				_, err = stream.Recv()
			}
		}
		log.Warn("health stream ended", zap.Error(err))
		time.Sleep(time.Second)
	}
}
