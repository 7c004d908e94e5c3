using Microsoft.AspNetCore.Http.HttpResults;

namespace Workflows.WeComEmulator.Phones;

/// <summary><c>/phones</c>: the pages, which are part of the program.</summary>
internal static class PhonePages
{
    public static void MapPhonePages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", () => TypedResults.Redirect("/phones"));
        routes.MapGet("/phones", () => File("index.html"));
        routes.MapGet("/phones/customers/{id}", (string id) => File("customer.html"));
        routes.MapGet("/phones/staff/{id}", (string id) => File("staff.html"));
        routes.MapGet("/mail", () => File("mail.html"));
        routes.MapGet("/phones/assets/{name}", File);
    }

    private static Results<FileStreamHttpResult, NotFound> File(string name) =>
        typeof(PhonePages).Assembly.GetManifestResourceStream($"Workflows.WeComEmulator.Phones.Pages.{name}")
            is { } stream
            ? TypedResults.Stream(stream, TypeOf(name))
            : TypedResults.NotFound();

    private static string TypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "text/javascript; charset=utf-8",
        };
}
