using System.Security.Claims;
using Workflows.Host.Auth;
using Workflows.Storage.Users;

namespace Workflows.Host.Studio;

/// <summary>The pages around Elsa Studio: one of its elements each, under a bar with our navigation.</summary>
internal static class StudioPages
{
    private static readonly Page Frame = Page.Read("studio.html");

    // Which element an address shows is for the frame's script to say: it goes from one to the next without asking us.
    private static readonly string[] Journeys =
    [
        StudioPaths.Definitions,
        StudioPaths.Definitions + "/{id}/edit",
        StudioPaths.Definitions + "/{id}/versions/{version:int}",
    ];

    private static readonly string[] Instances = [StudioPaths.Instances, StudioPaths.Instances + "/{id}/view"];

    public static void MapStudioPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").Allow(Role.Viewer).ExcludeFromDescription();
        pages.MapGet(StudioPaths.Root, () => Results.Redirect(StudioPaths.Definitions));
        pages.MapGet(StudioPaths.Elsa, () => Results.Redirect(StudioPaths.Definitions));
        foreach (var path in Journeys)
        {
            pages.MapGet(path, (HttpContext context, StudioPackage package) => Answer(context, package, false));
        }

        foreach (var path in Instances)
        {
            pages.MapGet(path, (HttpContext context, StudioPackage package) => Answer(context, package, true));
        }
    }

    private static IResult Answer(HttpContext context, StudioPackage package, bool isAboutInstances)
    {
        var texts = StudioTexts.Of(context);
        if (!package.IsInstalled)
        {
            return Results.Text(texts.NotInstalled, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        var role = context.User.RoleOf() ?? Role.Viewer;
        return Frame.Answer(
            context,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Lang"] = texts.Lang,
                ["Title"] = $"{(isAboutInstances ? texts.Instances : texts.Journeys)} · {texts.Product}",
                ["Base"] = StudioPaths.Elsa,
                ["Version"] = package.Version,
                ["Assets"] = StudioAssets.Folder,
                ["Words"] = StudioAssets.WordsIn(texts.Lang),
                ["Failed"] = texts.Failed,
                ["Definitions"] = StudioPaths.Definitions,
                ["Instances"] = StudioPaths.Instances,
                ["IsDefinitions"] = isAboutInstances ? "false" : "true",
                ["IsInstances"] = isAboutInstances ? "true" : "false",
                ["Product"] = texts.Product,
                ["Journeys"] = texts.Journeys,
                ["InstancesTitle"] = texts.Instances,
                ["Note"] = role < Role.Consultant ? texts.ReadOnly : "",
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
