using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Storage.Users;

namespace Workflows.Host.Tests.Security;

/// <summary>A route of the host and the least role that may ask it; null for everybody.</summary>
internal sealed record RouteAccess(string Method, string Path, Role? Least)
{
    public static IReadOnlyList<RouteAccess> Of(IServiceProvider services) =>
        [
            .. services
                .GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .SelectMany(endpoint => Methods(endpoint).Select(method => Read(endpoint, method)))
                .OrderBy(route => route.Path, StringComparer.Ordinal)
                .ThenBy(route => route.Method, StringComparer.Ordinal),
        ];

    /// <summary>An address of the route, with something in the place of each parameter.</summary>
    public string Address => RoutePattern.Fill(Path);

    public override string ToString() => $"{Method, -6} {Path} {Least?.ToString() ?? "everybody"}";

    private static RouteAccess Read(RouteEndpoint endpoint, string method)
    {
        var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        var roles = endpoint
            .Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Select(data => data.Policy is { } policy ? Enum.Parse<Role>(policy) : Role.Viewer)
            .ToList();

        // A route that says nothing is closed to all but administrators.
        var least = roles.Count == 0 ? Role.Administrator : roles.Max();
        return new RouteAccess(method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), isOpen ? null : least);
    }

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods
            ? methods
            : [HttpMethods.Get];
}
