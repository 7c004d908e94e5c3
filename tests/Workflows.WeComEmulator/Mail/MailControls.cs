using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Mail;

/// <summary><c>/_emu/mail</c>: the letters that arrived, the newest first.</summary>
internal static class MailControls
{
    public static void MapMail(this IEndpointRouteBuilder controls, Company company) =>
        controls.MapGet(
            "/mail",
            () =>
                company.See(() =>
                    company.Mail.Letters.Select(letter => letter with { At = company.Local(letter.At) }).ToArray()
                )
        );
}
