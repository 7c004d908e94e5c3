namespace Workflows.Marketing.Contacts;

/// <summary>What kind of name a contact is known by. The numbers are stored: they never change.</summary>
public enum IdentityKind
{
    /// <summary>A phone number, written <c>phone</c> in events.</summary>
    Phone = 1,

    /// <summary>The id WeCom gives an external contact of one company, written <c>external_userid</c>.</summary>
    ExternalUserId = 2,

    /// <summary>The id WeChat gives a person across one subject's apps, written <c>unionid</c>.</summary>
    UnionId = 3,

    /// <summary>The id WeChat gives a person in one app, written <c>openid</c>.</summary>
    OpenId = 4,
}
