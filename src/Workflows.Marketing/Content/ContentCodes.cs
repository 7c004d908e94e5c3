namespace Workflows.Marketing.Content;

/// <summary>The stable codes of what can be wrong with contents, their files, and journeys that send them.</summary>
public static class ContentCodes
{
    /// <summary>An id, a name or another short text is missing or too long.</summary>
    public const string Text = "CNT001";

    /// <summary>There is no such kind of content.</summary>
    public const string Kind = "CNT002";

    /// <summary>It has no form, several, or one that its kind does not take.</summary>
    public const string Form = "CNT003";

    /// <summary>It says nothing, or in a language that nobody speaks here.</summary>
    public const string Language = "CNT004";

    /// <summary>An address cannot be used.</summary>
    public const string Address = "CNT005";

    /// <summary>A file is missing, or is of another type.</summary>
    public const string File = "CNT006";

    /// <summary>A text cannot be filled in.</summary>
    public const string Template = "CNT007";

    /// <summary>A merge field that no contact has.</summary>
    public const string FieldUnknown = "CNT008";

    /// <summary>A merge field that some contacts lack, without a fallback.</summary>
    public const string FieldWithoutFallback = "CNT009";

    /// <summary>There is no such persona.</summary>
    public const string PersonaUnknown = "CNT010";

    /// <summary>A word that the persona never says.</summary>
    public const string ForbiddenWord = "CNT011";

    /// <summary>A number is out of range.</summary>
    public const string Number = "CNT012";

    /// <summary>The version stands where the step cannot be taken.</summary>
    public const string Step = "CNT013";

    /// <summary>The document cannot be read.</summary>
    public const string Unreadable = "CNT014";

    /// <summary>What does not sell says how it sells (S2-44).</summary>
    public const string Selling = "CNT015";

    /// <summary>A journey sends a content that is not there or may not be sent.</summary>
    public const string NotSendable = "CNT020";

    /// <summary>A journey names no version of the content it sends.</summary>
    public const string NoVersion = "CNT021";

    /// <summary>A content does not fit the carrier (S3-59).</summary>
    public const string Misfit = "CNT022";

    /// <summary>A link is not tracked (S3-06).</summary>
    public const string Untracked = "CNT023";

    /// <summary>A post in Moments does not say what it speaks of (S2-42).</summary>
    public const string ThemeMissing = "CNT024";

    /// <summary>A post in Moments has no persona in a journey that speaks by personas (S1-39).</summary>
    public const string PersonaMissing = "CNT025";

    /// <summary>A rule set names a persona that there is not (S1-41).</summary>
    public const string PersonaOfRules = "CNT026";

    /// <summary>Links are to open later, and links are not tracked here (S2-49).</summary>
    public const string CannotClose = "CNT027";

    /// <summary>There is no such counter of a limited value (S2-22).</summary>
    public const string StockUnknown = "CNT028";

    /// <summary>A block gives a limited value and does not say what happens when none is left.</summary>
    public const string SoldOutUnconnected = "CNT029";

    /// <summary>Links are on a domain that is none of this installation's (S0-61).</summary>
    public const string LinkDomain = "CNT030";

    /// <summary>Links are to end, and links are not tracked here (S0-61).</summary>
    public const string CannotEnd = "CNT031";

    /// <summary>A page asks for the position, and customers reach no page here (S0-38).</summary>
    public const string NoPage = "CNT032";

    /// <summary>A post in Moments sells and does not say how (S2-44).</summary>
    public const string SellingMissing = "CNT033";

    /// <summary>Two posts that sell in one way follow each other (S2-44).</summary>
    public const string SellingRepeats = "CNT034";

    /// <summary>A content says what is forbidden (S3-23, S3-47).</summary>
    public const string Forbidden = "CNT035";

    /// <summary>Links are for some contacts only, and nobody could be asked, or nobody be admitted (S2-05).</summary>
    public const string LinkAudience = "CNT040";

    /// <summary>A file's name cannot be used.</summary>
    public const string MediaName = "MED001";

    /// <summary>A file is of a type that is not taken.</summary>
    public const string MediaType = "MED002";

    /// <summary>A file is too large.</summary>
    public const string MediaSize = "MED003";

    /// <summary>Another file has the name.</summary>
    public const string MediaTaken = "MED004";
}
