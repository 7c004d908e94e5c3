using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Auth;
using Workflows.Host.Templates;
using Workflows.Marketing.Templates;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Templates;

/// <summary>Templates: what the installation's library offers, and installing one of them or a package.</summary>
internal static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder routes)
    {
        var templates = routes.MapGroup("/templates").WithTags("Templates");
        templates
            .MapGet("/", List)
            .WithSummary("The templates of the library, by industry (?industry=), play or stage.");
        templates
            .MapGet("/{name}", Get)
            .WithSummary("All a template says of itself: purpose, roles, figures, procedure, limits, parameters.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        templates
            .MapPost("/{name}/install", InstallAsync)
            .Allow(Role.Consultant)
            .WithSummary(
                "Installs a template of the library with values for its parameters; its journey is a draft unless it is to be published."
            )
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        templates
            .MapPost("/packages", InstallPackageAsync)
            .Allow(Role.Consultant)
            .WithSummary(
                "Installs a package that another installation packed (the zip is the body); values as ?set=name=value, once a parameter."
            )
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Ok<Page<TemplateSummary>> List(
        TemplateShelf shelf,
        HttpRequest request,
        string? industry = null,
        string? play = null,
        string? stage = null
    )
    {
        var language = RequestLanguage.Of(request);
        var found = shelf
            .Names.Select(shelf.Read)
            .Select(reading => reading?.Template)
            .OfType<Template>()
            .Where(template => industry is null || template.Industries.Contains(industry, StringComparer.Ordinal))
            .Where(template => play is null || string.Equals(template.Play, play, StringComparison.Ordinal))
            .Where(template => stage is null || string.Equals(template.Stage, stage, StringComparison.Ordinal))
            .Select(template => TemplateSummary.From(template, language));
        return TypedResults.Ok(new Page<TemplateSummary>([.. found], null));
    }

    private static Results<Ok<Template>, ProblemHttpResult> Get(string name, TemplateShelf shelf) =>
        shelf.Read(name) switch
        {
            null => Problems.NotFound($"There is no template '{name}'."),
            { Template: { } template } => TypedResults.Ok(template),
            var broken => Problems.From(broken.Diagnostics, "The template cannot be read."),
        };

    private static async Task<Results<Ok<TemplateInstalled>, ProblemHttpResult>> InstallAsync(
        string name,
        TemplateInstall? body,
        TemplateShelf shelf,
        TemplateInstaller installer,
        ClaimsPrincipal user,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (shelf.Read(name) is not { } reading)
        {
            return Problems.NotFound($"There is no template '{name}'.");
        }

        var wishes = new TemplateWishes(
            body?.Parameters ?? new Dictionary<string, string>(StringComparer.Ordinal),
            body?.Replace ?? false,
            body?.Publish ?? false
        );
        return Answer(await installer.RunAsync(reading, wishes, NameOf(user), cancellationToken), request);
    }

    private static async Task<Results<Ok<TemplateInstalled>, ProblemHttpResult>> InstallPackageAsync(
        HttpRequest request,
        TemplateInstaller installer,
        ClaimsPrincipal user,
        [FromQuery] string[]? set = null,
        bool replace = false,
        bool publish = false,
        CancellationToken cancellationToken = default
    )
    {
        if (ParameterPairs.Read(set ?? []) is not { } values)
        {
            return Problems.BadRequest("set: write name=value.");
        }

        using var package = new MemoryStream();
        await request.Body.CopyToAsync(package, cancellationToken);
        package.Position = 0;
        var wishes = new TemplateWishes(values, replace, publish);
        var reading = TemplatePackage.Read(package);
        return Answer(await installer.RunAsync(reading, wishes, NameOf(user), cancellationToken), request);
    }

    private static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? "";

    private static Results<Ok<TemplateInstalled>, ProblemHttpResult> Answer(
        TemplateOutcome outcome,
        HttpRequest request
    )
    {
        if (outcome.Installed is { } installed)
        {
            var language = RequestLanguage.Of(request);
            return TypedResults.Ok(
                new TemplateInstalled(
                    installed,
                    [.. outcome.Diagnostics.Select(found => DiagnosticBody.From(found).In(language))]
                )
            );
        }

        return outcome.IsConflict
            ? Problems.Conflict(outcome.Diagnostics)
            : Problems.From(outcome.Diagnostics, "The template cannot be installed.");
    }
}
