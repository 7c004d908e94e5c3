using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Workflows.Host.Telemetry;

/// <summary>Traces and metrics, sent by OTLP only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
internal static class TelemetryComposition
{
    /// <summary>The name of our activity source and of our meter, in every room.</summary>
    public const string Source = "Workflows";

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
            .WithTracing(tracing => tracing.AddSource(Source).AddAspNetCoreInstrumentation().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Source).AddAspNetCoreInstrumentation().AddOtlpExporter());
        return services;
    }
}
