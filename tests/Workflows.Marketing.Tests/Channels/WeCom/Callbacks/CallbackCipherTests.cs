using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Workflows.Marketing.Channels.WeCom.Callbacks;
using Workflows.Testing;

namespace Workflows.Marketing.Tests.Channels.WeCom.Callbacks;

/// <summary>The official vectors first: what WeCom's own kit encrypts is what we open.</summary>
public sealed class CallbackCipherTests
{
    private const string Token = "QDG6eK";
    private const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private const string Corp = "wx5823bf96d3bd56c7";
    private const string Signature = "477715d11cdb4164915debcba66cb864d751f3e6";
    private const string Timestamp = "1409659813";
    private const string Nonce = "1372623149";
    private const string Encrypted =
        "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";

    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1409659813);
    private static readonly WeComSeal Seal = new(Token, Key, Corp);
    private static readonly CallbackRequest Request = new(Signature, Timestamp, Nonce);

    [Fact]
    public void Open_OfficialVector_GivesTheMessage()
    {
        var opening = Cipher().Open(Request, Encrypted, Then);

        Assert.Null(opening.Refusal);
        Assert.Contains("<![CDATA[hello]]>", opening.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_OfficialVector_IsTheSignature() =>
        Assert.Equal("477715d11cdb4164915debcba66cb864d751f3e6", Seal.Sign(Timestamp, Nonce, Encrypted));

    [Theory]
    [InlineData(0, null)]
    [InlineData(300, null)]
    [InlineData(-300, null)]
    [InlineData(301, CallbackRefusal.TooOld)]
    [InlineData(-301, CallbackRefusal.TooOld)]
    public void Open_Timestamp_IsGoodForFiveMinutesEitherWay(int secondsLater, CallbackRefusal? refusal) =>
        Assert.Equal(refusal, Cipher().Open(Request, Encrypted, Then.AddSeconds(secondsLater)).Refusal);

    [Fact]
    public void Open_AnyFlippedBitOfTheText_IsRefused()
    {
        var bytes = Convert.FromBase64String(Encrypted);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.Equal(
                CallbackRefusal.WrongSignature,
                Cipher().Open(Request, Convert.ToBase64String(bytes), Then).Refusal
            );

            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Theory]
    [InlineData("577715d11cdb4164915debcba66cb864d751f3e6", Timestamp, Nonce, CallbackRefusal.WrongSignature)]
    [InlineData("477715D11CDB4164915DEBCBA66CB864D751F3E6", Timestamp, Nonce, CallbackRefusal.WrongSignature)]
    [InlineData("", Timestamp, Nonce, CallbackRefusal.WrongSignature)]
    [InlineData(Signature, "1409659814", Nonce, CallbackRefusal.WrongSignature)]
    [InlineData(Signature, Timestamp, "1372623148", CallbackRefusal.WrongSignature)]
    [InlineData(null, Timestamp, Nonce, CallbackRefusal.Malformed)]
    [InlineData(Signature, null, Nonce, CallbackRefusal.Malformed)]
    [InlineData(Signature, Timestamp, null, CallbackRefusal.Malformed)]
    [InlineData(Signature, "-1", Nonce, CallbackRefusal.Malformed)]
    [InlineData(Signature, "now", Nonce, CallbackRefusal.Malformed)]
    [InlineData(Signature, "99999999999999999999", Nonce, CallbackRefusal.Malformed)]
    public void Open_ChangedPart_IsRefused(
        string? signature,
        string? timestamp,
        string? nonce,
        CallbackRefusal refusal
    ) =>
        Assert.Equal(refusal, Cipher().Open(new CallbackRequest(signature, timestamp, nonce), Encrypted, Then).Refusal);

    [Theory]
    [InlineData("wx5823bf96d3bd56c8")]
    [InlineData("wx5823bf96d3bd56c")]
    [InlineData("wx5823bf96d3bd56c77")]
    public void Open_ForAnotherCompany_IsRefused(string receiver) =>
        Assert.Equal(CallbackRefusal.WrongReceiver, Cipher(receiver).Open(Request, Encrypted, Then).Refusal);

    [Fact]
    public void Open_SignedButAnotherKey_IsUndecipherableOrNotForUs()
    {
        var stranger = new WeComSeal(Token, "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", Corp);
        var encrypted = stranger.Encrypt("<xml/>");

        Assert.NotNull(Cipher().Open(Signed(encrypted), encrypted, Then).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    public void Open_SignedNonsense_IsUndecipherable(string encrypted) =>
        Assert.Equal(CallbackRefusal.Undecipherable, Cipher().Open(Signed(encrypted), encrypted, Then).Refusal);

    [Property(MaxTest = 500)]
    public void Open_WhateverWasSealed_ComesBack(NonNull<string> text)
    {
        // Lone halves of surrogate pairs are no text, and no XML.
        var said = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
        var encrypted = Seal.Encrypt(said);

        Assert.Equal(new CallbackOpening(said, null), Cipher().Open(Signed(encrypted), encrypted, Then));
    }

    // Signed, so that the decryption and not the signature has to stand it.
    [Property(MaxTest = 20_000)]
    public void Open_SignedRandomBytes_NeverThrowsAndNeverOpens(byte[] bytes)
    {
        var encrypted = Convert.ToBase64String([.. bytes, .. new byte[(16 - (bytes.Length % 16)) % 16]]);

        Assert.NotNull(Cipher().Open(Signed(encrypted), encrypted, Then).Refusal);
    }

    [Fact]
    public void Options_Mistakes_AreNamedAllAtOnce()
    {
        var mistake = Assert.Throws<ArgumentException>(() =>
            CallbackRig.Gate(new CallbackOptions { Token = "a b", EncodingAesKey = new string('!', 43) })
        );

        Assert.Contains("Token", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("EncodingAesKey", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("ReceiveId", mistake.Message, StringComparison.Ordinal);
    }

    private static CallbackRequest Signed(string encrypted) =>
        new(Seal.Sign(Timestamp, Nonce, encrypted), Timestamp, Nonce);

    private static CallbackCipher Cipher(string receiver = Corp) =>
        new(
            new CallbackOptions
            {
                Token = Token,
                EncodingAesKey = Key,
                ReceiveId = receiver,
            }
        );
}
