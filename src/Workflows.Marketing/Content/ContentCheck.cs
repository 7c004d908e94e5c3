using Workflows.Expressions;
using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Content;

/// <summary>Says everything that is wrong with a content before it is kept, and collects it.</summary>
internal sealed class ContentCheck(ContentItem item, ContentKinds kinds)
{
    private const int LongestId = 64;
    private const int LongestName = 100;
    private const int LongestText = 20_000;
    private const int MostFiles = 9;
    private const int MostDays = 3_650;
    private static readonly string[] Languages = ["zh", "en"];
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>All mistakes that the document alone shows, with JSON paths.</summary>
    public IReadOnlyList<Diagnostic> Run()
    {
        CheckId(item.Id, "$.id");
        CheckText(item.Name, LongestName, "$.name");
        CheckText(item.Category, LongestName, "$.category", isNeeded: false);
        CheckText(item.Persona, LongestId, "$.persona", isNeeded: false);
        CheckText(item.Product, LongestName, "$.product", isNeeded: false);
        if (item.Stock is { } stock)
        {
            CheckId(stock, "$.stock");
        }

        if (item.Selling is not null && item.Theme != ContentTheme.Sales)
        {
            Say(
                ContentCodes.Selling,
                "Only what sells says how it sells.",
                "$.selling",
                "Set the theme to sales, or leave it out."
            );
        }

        CheckTexts();
        CheckAddress();
        CheckForm();
        CheckDays(item.AttributionDays, "$.attributionDays", "Leave it out to count orders for ever.");
        CheckDays(item.LinkDays, "$.linkDays", "Leave it out where its links end as all others do.");
        return _diagnostics;
    }

    private void CheckDays(int? days, string path, string remedy)
    {
        if (days is < 1 or > MostDays)
        {
            Say(ContentCodes.Number, $"A whole number from 1 to {MostDays} is needed here.", path, remedy);
        }
    }

    /// <summary>Whether a text is an id: lower case letters, digits and hyphens.</summary>
    public static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private void CheckId(string id, string path)
    {
        if (!IsId(id))
        {
            Say(
                ContentCodes.Text,
                $"An id has 1 to {LongestId} lower case letters, digits and hyphens.",
                path,
                "Write an id such as spring-tea."
            );
        }
    }

    private void CheckText(string? text, int longest, string path, bool isNeeded = true)
    {
        var isThere = !string.IsNullOrWhiteSpace(text);
        if (isThere ? text!.Length > longest || text.Any(char.IsControl) : isNeeded)
        {
            Say(ContentCodes.Text, $"1 to {longest} printable characters are needed here.", path);
        }
    }

    private void CheckTexts()
    {
        foreach (var (language, text) in item.Texts)
        {
            var path = $"$.texts.{language}";
            if (!Languages.Contains(language, StringComparer.Ordinal) || text is null)
            {
                Say(ContentCodes.Language, $"'{language}' is no language of contents.", path, "Write zh or en.");
                continue;
            }

            CheckText(text.Title, LongestName, $"{path}.title", isNeeded: false);
            CheckTemplate(text.Text, $"{path}.text");
            CheckTemplate(text.Title, $"{path}.title");
            CheckTemplate(text.Description, $"{path}.description");
        }
    }

    private void CheckTemplate(string? template, string path)
    {
        if (string.IsNullOrEmpty(template))
        {
            return;
        }

        if (template.Length > LongestText)
        {
            Say(ContentCodes.Text, $"1 to {LongestText} printable characters are needed here.", path);
            return;
        }

        _diagnostics.AddRange(
            Expression
                .Compile(template, Notation.Liquid)
                .Diagnostics.Select(wrong => wrong with { Code = ContentCodes.Template, Path = path })
        );
    }

    private void CheckAddress()
    {
        if (item.Url is { } url && !IsWebAddress(url))
        {
            Say(ContentCodes.Address, "This is no address of a page.", "$.url", "Write one that begins with https://.");
        }

        if (
            item.MiniProgram is { } page
            && (string.IsNullOrWhiteSpace(page.AppId) || string.IsNullOrWhiteSpace(page.Page))
        )
        {
            Say(
                ContentCodes.Address,
                "A mini-program needs its app id and a page.",
                "$.miniProgram",
                """Write { "appId": "wx…", "page": "pages/index" }."""
            );
        }
    }

    private void CheckForm()
    {
        if (item.Media.Count > MostFiles)
        {
            Say(ContentCodes.Form, $"At most {MostFiles} files go together.", "$.media");
        }

        if (item.Picture is { } picture && MediaInspection.Claimed(picture) != MediaType.Image)
        {
            Say(ContentCodes.File, $"'{picture}' is not a picture.", "$.picture", "Name a .jpg, .png or .gif file.");
        }

        if (ContentForms.Of(item) is not { } form)
        {
            Say(
                ContentCodes.Form,
                "A content is one thing: words, a page, a page of a mini-program, pictures, one video or one file.",
                "$",
                "Give it one of url, miniProgram and media, or a text."
            );
        }
        else if (!kinds.TryGet(item.Kind, out var kind))
        {
            Say(
                ContentCodes.Kind,
                $"There is no kind of content named '{item.Kind}'.",
                "$.kind",
                $"There are {string.Join(", ", kinds.All.Select(one => one.Name))}."
            );
        }
        else if (!kind.Forms.Contains(form))
        {
            Say(
                ContentCodes.Form,
                $"Content of the kind '{kind.Name}' is not '{form}'.",
                "$.kind",
                $"It is one of {string.Join(", ", kind.Forms)}; or choose another kind."
            );
        }
        else if (form == ContentForm.Text && item.Texts.Values.All(text => string.IsNullOrWhiteSpace(text?.Text)))
        {
            Say(ContentCodes.Language, "The content says nothing.", "$.texts", """Write { "zh": { "text": "…" } }.""");
        }
    }

    private static bool IsWebAddress(string text) =>
        text.Length <= 2_000
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address.UserInfo.Length == 0;

    private void Say(string code, string message, string path, string? remedy = null) =>
        _diagnostics.Add(new Diagnostic(code, message, path, Remedy: remedy));
}
