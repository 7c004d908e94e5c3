using Workflows.Host.Http.Activities;
using Workflows.Host.Workers;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Triggers;

namespace Workflows.Host.Http;

/// <summary>Composes what speaks HTTP for workflows.</summary>
internal static class HttpRoom
{
    /// <summary>Adds the activities that speak HTTP.</summary>
    public static ActivityCatalog AddTo(ActivityCatalog catalog) =>
        catalog
            .Add<HttpEndpoint>()
            .Add<WriteHttpResponse>()
            .Add<WriteFileHttpResponse>()
            .Add<SendHttpRequest>()
            .Add<FlowSendHttpRequest>()
            .Add<DownloadHttpFile>();

    public static IServiceCollection AddHttp(this IServiceCollection services) =>
        services
            .AddSingleton<HttpCaller>()
            .AddSingleton<HttpExchanges>()
            .AddSingleton<HttpRoutes>()
            .AddSingleton<HttpReception>()
            .AddSingleton(provider => new InstanceRunner(
                ActivatorUtilities.CreateInstance<CommittedEffects>(provider),
                provider.GetRequiredService<WorkflowRunner>(),
                provider.GetRequiredService<DefinitionCatalog>(),
                provider.GetRequiredService<TriggerIndex>(),
                provider.GetService<ISubjectSource>()
            ))
            .AddLoop<HttpCaller>((caller, stopping) => caller.RunAsync(stopping));

    /// <summary>Maps the addresses workflows listen at. Who may call is said by each workflow.</summary>
    public static void MapHooks(this IEndpointRouteBuilder routes) =>
        routes
            .Map(
                $"{HttpReception.Base}/{{**path}}",
                (
                    HttpContext http,
                    string? path,
                    HttpReception reception,
                    Microsoft.AspNetCore.Authorization.IAuthorizationService authorization,
                    TimeProvider time
                ) => reception.ReceiveAsync(http, path, authorization, time)
            )
            .AllowAnonymous()
            .ExcludeFromDescription();
}
