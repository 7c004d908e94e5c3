using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Workflows.Host.Telemetry;

/// <summary>Traces and metrics, sent by OTLP only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
internal static class TelemetryComposition
{
    /// <summary>The names of our activity sources and meters: every room's begins like this.</summary>
    private const string Rooms = "Workflows*";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            // Nobody listens: activities and measurements stay unmade.
            return services;
        }

        services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("workflows"))
            .WithTracing(tracing => tracing.AddSource(Rooms).AddAspNetCoreInstrumentation().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Rooms).AddAspNetCoreInstrumentation().AddOtlpExporter());
        return services;
    }
}
