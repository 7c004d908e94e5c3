using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Workflows.Host.Auth;
using Workflows.Storage.Users;

namespace Workflows.Host.Studio;

/// <summary>Signing in and out, and the page of the first administrator.</summary>
internal static class SignInPages
{
    private static readonly Page Form = Page.Read("sign-in.html");

    public static void MapSignInPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet(StudioPaths.SignIn, (HttpContext context, string? next) => Ask(context, next, name: "", ""));
        pages.MapPost(StudioPaths.SignIn, SignInAsync).DisableAntiforgery().RequireRateLimiting(SignInRate.PolicyName);
        pages.MapPost(StudioPaths.SignOut, (Delegate)SignOutAsync);
        pages.MapGet(StudioPaths.Setup, AskForFirstAsync);
        pages
            .MapPost(StudioPaths.Setup, CreateFirstAsync)
            .DisableAntiforgery()
            .RequireRateLimiting(SignInRate.PolicyName);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context,
        [FromForm] string? name,
        [FromForm] string? password,
        [FromForm] string? next,
        SignIn signIn,
        CancellationToken cancellationToken
    )
    {
        if (await signIn.TryAsync(name ?? "", password ?? "", cancellationToken) is not { } user)
        {
            return Ask(context, next, name ?? "", StudioTexts.Of(context).WrongPassword);
        }

        await context.SignInAsync(user);
        return Results.LocalRedirect(StudioPaths.Next(next));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(SessionCookie.SchemeName);
        return Results.LocalRedirect(StudioPaths.SignIn);
    }

    private static async Task<IResult> AskForFirstAsync(
        HttpContext context,
        string? token,
        SetupLink link,
        CancellationToken cancellationToken
    ) =>
        await link.OpensAsync(token, cancellationToken)
            ? AskForFirst(context, token!, name: "", mistake: "")
            : Results.Text(StudioTexts.Of(context).LinkUsed, statusCode: StatusCodes.Status410Gone);

    private static async Task<IResult> CreateFirstAsync(
        HttpContext context,
        [FromForm] string? name,
        [FromForm] string? password,
        [FromForm] string? token,
        SetupLink link,
        UserRoll roll,
        CancellationToken cancellationToken
    )
    {
        if (!await link.OpensAsync(token, cancellationToken))
        {
            return Results.Text(StudioTexts.Of(context).LinkUsed, statusCode: StatusCodes.Status410Gone);
        }

        var (user, mistake) = await roll.AddAsync(name ?? "", password ?? "", Role.Administrator, cancellationToken);
        if (user is null)
        {
            return AskForFirst(context, token!, name ?? "", mistake!);
        }

        await context.SignInAsync(user);
        return Results.LocalRedirect(StudioPaths.Definitions);
    }

    private static IResult Ask(HttpContext context, string? next, string name, string mistake)
    {
        var texts = StudioTexts.Of(context);
        var isSafe = context.Request.IsHttps || SessionCookie.IsLoopback(context.Request);
        return Answer(
            context,
            texts.SignIn,
            isSafe ? "" : texts.NeedsHttps,
            mistake,
            name,
            texts.SignIn,
            next,
            token: null
        );
    }

    private static IResult AskForFirst(HttpContext context, string token, string name, string mistake)
    {
        var texts = StudioTexts.Of(context);
        return Answer(context, texts.Setup, texts.SetupText, mistake, name, texts.Create, next: null, token);
    }

    private static IResult Answer(
        HttpContext context,
        string title,
        string text,
        string mistake,
        string name,
        string button,
        string? next,
        string? token
    )
    {
        var texts = StudioTexts.Of(context);
        return Form.Answer(
            context,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Lang"] = texts.Lang,
                ["Title"] = title,
                ["Product"] = texts.Product,
                ["Assets"] = StudioAssets.Folder,
                ["Action"] = context.Request.Path.ToUriComponent(),
                ["Text"] = text,
                ["Mistake"] = mistake,
                ["Next"] = StudioPaths.Next(next),
                ["Token"] = token ?? "",
                ["Name"] = texts.Name,
                ["NameValue"] = name,
                ["Password"] = texts.Password,
                ["Autocomplete"] = token is null ? "current-password" : "new-password",
                ["Button"] = button,
                ["Here"] = context.Request.Path.ToUriComponent(),
                ["Keep"] = Keep(next, token),
                ["OtherLang"] = texts.OtherLang,
                ["OtherLanguage"] = texts.OtherLanguage,
            },
            mistake.Length > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK
        );
    }

    private static string Keep(string? next, string? token) =>
        token is not null ? $"&token={Uri.EscapeDataString(token)}"
        : next is not null ? $"&next={Uri.EscapeDataString(next)}"
        : "";
}
