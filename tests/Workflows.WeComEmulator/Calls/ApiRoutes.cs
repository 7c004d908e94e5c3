using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Police;

namespace Workflows.WeComEmulator.Calls;

/// <summary>Maps the addresses of the platform; one it does not have is a violation of the contract.</summary>
internal static class ApiRoutes
{
    private static readonly string[] Verbs = [HttpMethods.Get, HttpMethods.Post];

    public static void MapApi(this IEndpointRouteBuilder routes, Company company, IEnumerable<ApiMethod> methods)
    {
        var reception = new CallReception(company);
        foreach (var method in methods)
        {
            routes.MapMethods(method.Path, Verbs, http => reception.ReceiveAsync(http, method));
        }

        routes.Map("/cgi-bin/{**path}", http => UnknownAsync(http, company));
    }

    private static Task UnknownAsync(HttpContext http, Company company)
    {
        company.Do(() =>
            company.Violations.Add(
                Breaches.Address,
                http.Request.Path.ToString(),
                $"{http.Request.Method} of no known address"
            )
        );
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return http.Response.WriteAsync("404 page not found");
    }
}
