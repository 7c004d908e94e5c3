using Workflows.Expressions.Diagnostics;

namespace Workflows.Host.Api.Elsa;

/// <summary>An <see cref="ElsaProblem"/> on its way to whoever asked, in whose language it is said.</summary>
internal sealed class ElsaRefusal(int status, Func<Language, string[]> reasons) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var language = RequestLanguage.Of(httpContext.Request);
        return Results
            .Json(
                ElsaProblem.Of(status, reasons(language), language),
                contentType: "application/problem+json",
                statusCode: status
            )
            .ExecuteAsync(httpContext);
    }
}
