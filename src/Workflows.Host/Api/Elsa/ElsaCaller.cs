using System.Globalization;
using System.Security.Claims;
using Workflows.Host.Auth;
using Workflows.Host.Studio;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Elsa;

/// <summary>Who calls: what they may do, which page of the designer it is, what they read.</summary>
internal static class ElsaCaller
{
    private const string EditorHeader = "X-Editor";
    private const int LongestEditor = 64;

    public static bool MayEdit(this HttpContext context) => context.User.Is(Role.Consultant);

    /// <summary>Tells the saves of one page of the designer from everybody else's.</summary>
    public static string EditorOf(this HttpContext context)
    {
        var page = context.Request.Headers[EditorHeader].ToString();
        return $"{NameOf(context.User)}#{(page.Length > LongestEditor ? page[..LongestEditor] : page)}";
    }

    /// <summary>The person or program behind an editor.</summary>
    public static string PersonOf(string? editor) => editor?.Split('#')[0] is { Length: > 0 } name ? name : "Somebody";

    public static CultureInfo CultureOf(this HttpContext context) => CultureInfo.GetCultureInfo(Language.Of(context));

    private static string NameOf(ClaimsPrincipal user) =>
        (user.FindFirstValue(ClaimTypes.Name) ?? "").Replace('#', ' ');
}
