using System.Security.Claims;
using Workflows.Host.Auth;
using Workflows.Storage.Users;

namespace Workflows.Host.Studio;

/// <summary>The pages around Elsa Studio: one of its elements each, under a bar with our navigation.</summary>
internal static class StudioPages
{
    private static readonly Page Frame = Page.Read("studio.html");

    public static void MapStudioPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").Allow(Role.Viewer).ExcludeFromDescription();
        pages.MapGet(StudioPaths.Root, () => Results.Redirect(StudioPaths.Definitions));
        pages.MapGet(StudioPaths.Elsa, () => Results.Redirect(StudioPaths.Definitions));
        pages.MapGet(
            StudioPaths.Definitions,
            (HttpContext context, StudioPackage package) => Answer(context, package, "definitions", "")
        );
        pages.MapGet(
            StudioPaths.Definitions + "/{id}/edit",
            (string id, HttpContext context, StudioPackage package) => Answer(context, package, "definition", id)
        );
        pages.MapGet(
            StudioPaths.Definitions + "/{id}/versions/{version:int}",
            (string id, int version, HttpContext context, StudioPackage package) =>
                Answer(context, package, "definition", $"{id}:{version}")
        );
        pages.MapGet(
            StudioPaths.Instances,
            (HttpContext context, StudioPackage package) => Answer(context, package, "instances", "")
        );
        pages.MapGet(
            StudioPaths.Instances + "/{id}/view",
            (string id, HttpContext context, StudioPackage package) => Answer(context, package, "instance", id)
        );
    }

    private static IResult Answer(HttpContext context, StudioPackage package, string view, string id)
    {
        var texts = StudioTexts.Of(context);
        if (!package.IsInstalled)
        {
            return Results.Text(texts.NotInstalled, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var role = context.User.RoleOf() ?? Role.Viewer;
        var isAboutInstances = view is "instances" or "instance";
        return Frame.Answer(
            context,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Lang"] = texts.Lang,
                ["Title"] = $"{(isAboutInstances ? texts.Instances : texts.Journeys)} · {texts.Product}",
                ["Base"] = StudioPaths.Elsa,
                ["Version"] = package.Version,
                ["Style"] = StudioAssets.Style,
                ["Script"] = StudioAssets.Script,
                ["Words"] = StudioAssets.WordsIn(texts.Lang),
                ["View"] = view,
                ["Id"] = id,
                ["Failed"] = texts.Failed,
                ["Definitions"] = StudioPaths.Definitions,
                ["Instances"] = StudioPaths.Instances,
                ["IsDefinitions"] = isAboutInstances ? "false" : "true",
                ["IsInstances"] = isAboutInstances ? "true" : "false",
                ["Product"] = texts.Product,
                ["Journeys"] = texts.Journeys,
                ["InstancesTitle"] = texts.Instances,
                ["Note"] = role < Role.Consultant && !isAboutInstances ? texts.ReadOnly : "",
                ["Here"] = context.Request.Path.ToUriComponent(),
                ["OtherLang"] = texts.OtherLang,
                ["OtherLanguage"] = texts.OtherLanguage,
                ["User"] = context.User.FindFirstValue(ClaimTypes.Name) ?? "",
                ["Role"] = texts.Roles[(int)role - 1],
                ["SignOutPath"] = StudioPaths.SignOut,
                ["SignOut"] = texts.SignOut,
                ["Loading"] = texts.Loading,
            }
        );
    }
}
