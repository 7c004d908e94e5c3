using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Workflows.Host.Workers;

namespace Workflows.Host.Live;

/// <summary>Composes what tells viewers that an instance moved.</summary>
internal static class LiveComposition
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services
            .AddSignalR(hub => hub.MaximumReceiveMessageSize = 4_096)
            .AddJsonProtocol(json =>
            {
                json.PayloadSerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
                json.PayloadSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
                json.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter());
            });
        return services
            .AddSingleton<IAuthorizationMiddlewareResultHandler, NegotiatedSockets>()
            .AddSingleton<Observers>()
            .AddSingleton<LiveFeed>()
            .AddLoop<LiveFeed>((feed, stopping) => feed.RunAsync(stopping));
    }
}
