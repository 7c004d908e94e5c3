using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Tests.Contacts;

public sealed class ContactIdentityTests
{
    [Theory]
    // However a mobile of mainland China is written, it is one name.
    [InlineData("13800000001", "13800000001")]
    [InlineData("+8613800000001", "13800000001")]
    [InlineData("8613800000001", "13800000001")]
    [InlineData("0086 138-0000-0001", "13800000001")]
    [InlineData("+86 (138) 0000 0001", "13800000001")]
    [InlineData("021-6468.1234", "02164681234")]
    // Abroad, the country code tells numbers apart.
    [InlineData("+1 415 555 0123", "+14155550123")]
    [InlineData("0014155550123", "+14155550123")]
    [InlineData("+852 6123 4567", "+85261234567")]
    // What is no number stays as it is.
    [InlineData("138****0001", "138****0001")]
    [InlineData("--", "--")]
    [InlineData("", "")]
    public void Phone_HoweverItIsWritten_IsOneName(string written, string kept) =>
        Assert.Equal(kept, new ContactIdentity(IdentityKind.Phone, written).Value);

    [Theory]
    [InlineData(IdentityKind.ExternalUserId)]
    [InlineData(IdentityKind.UnionId)]
    [InlineData(IdentityKind.OpenId)]
    public void Name_ThatIsNoPhone_StaysLetterByLetter(IdentityKind kind) =>
        Assert.Equal("+86 1-2", new ContactIdentity(kind, "+86 1-2").Value);
}
